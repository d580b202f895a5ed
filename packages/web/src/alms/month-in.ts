/** "202612" of an address as the month it spells; anything else stays what it is, and is no month. */
export const monthIn = (typed: string): string => typed.replace(/^(\d{4})(\d{2})$/, "$1-$2");
