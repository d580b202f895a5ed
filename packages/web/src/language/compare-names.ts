// Making a collator for each comparison costs more than everything else on a page.
const collator = new Intl.Collator("id", { numeric: true });

/** Names of places and people in the order of the alphabet; numbers in them by what they count. */
export const compareNames = (a: string, b: string): number => collator.compare(a, b);
