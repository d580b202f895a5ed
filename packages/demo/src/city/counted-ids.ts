/** The day the programme began, as the first 48 bits of every id. */
const begin = Date.parse("2025-07-03T00:00:00+07:00").toString(16).padStart(12, "0");

/**
 * Ids of a city that is made to be kept in a file: version 7 like all others (RFC 9562), with a running number where others have
 * chance, so that they hardly take room. They sort before every id that the city makes later.
 */
export function countedIds(): () => string {
  let count = 0;
  return () => {
    count += 1;
    const hex = count.toString(16).padStart(12, "0");
    return `${begin.slice(0, 8)}-${begin.slice(8)}-7000-8000-${hex}`;
  };
}
