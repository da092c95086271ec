/** What follows from the answers. What was not answered excludes nothing. */
import type { Answers } from '../questions.ts';

/** Whether it was answered that the systems run at somebody else's. */
export const hasHost = ({ hosting }: Answers): boolean => hosting === 'cloud' || hosting === 'provider';

/** Whether it was answered that people work in an office. */
export const hasOffice = ({ work }: Answers): boolean => work === 'office' || work === 'both';

/** Whether it was answered that people work at home or on the move. */
export const worksRemotely = ({ work }: Answers): boolean => work === 'remote' || work === 'both';

export const mayWorkRemotely = ({ work }: Answers): boolean => work !== 'office';

export const always = (): boolean => true;

/** Whether software is developed, by whomever. */
export const develops = ({ development }: Answers): boolean => development !== undefined && development !== 'none';

export const developsItself = ({ development }: Answers): boolean => development === 'own' || development === 'both';

export const outsourcesDevelopment = ({ development }: Answers): boolean =>
  development === 'outsourced' || development === 'both';
