/** Any text as a text of a page, or as the value of an attribute in quotation marks. */
export const escapeMarkup = (text: string): string => text.replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`);
