/** What follows from the answers. What was not answered excludes nothing. */
import type { Answers } from '../answers.ts';

/** Whether it was answered that the systems run at somebody else's. */
export const hasHost = ({ hosting }: Answers): boolean => hosting === 'cloud' || hosting === 'provider';

export const worksInOffice = ({ work }: Answers): boolean => work !== 'remote';

export const worksRemotely = ({ work }: Answers): boolean => work !== 'office';

/** Whether software is developed, by whomever. */
export const develops = ({ development }: Answers): boolean => development !== undefined && development !== 'none';

export const developsItself = ({ development }: Answers): boolean => development === 'own' || development === 'both';

export const outsourcesDevelopment = ({ development }: Answers): boolean =>
  development === 'outsourced' || development === 'both';
