/** What makes a spreadsheet take text for a formula or command, also behind spaces and quotes, also in full width. */
// oxlint-disable-next-line no-control-regex -- NUL at the start is one of the signs meant here
const TRIGGER = /^[\s"]*[=+\-@\t\r\0＝＋－＠]/u;
const GUARDED = /^'+[\s"]*[=+\-@\t\r\0＝＋－＠]/u; // oxlint-disable-line no-control-regex

/** Text as it may stand in an exported csv: an apostrophe before anything a spreadsheet would run (reliability.md D.5). */
export function neutraliseText(text: string): string {
  return TRIGGER.test(text) || GUARDED.test(text) ? `'${text}` : text;
}

/** The text before `neutraliseText`. Only for files that carry the mark of our own exports. */
export function restoreText(text: string): string {
  return GUARDED.test(text) ? text.slice(1) : text;
}
