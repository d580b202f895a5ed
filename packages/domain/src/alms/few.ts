/** The smallest count that may stand on a public page of alms. */
const fewest = 5;

/** Whether a count is too small to be shown: a reader who knows the village would know the child. Nothing at all tells of nobody. */
export const isFew = (count: number): boolean => count > 0 && count < fewest;
