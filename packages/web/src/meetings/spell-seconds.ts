/** "12:05": minutes and seconds, as a timer shows them. */
export const spellSeconds = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
