/**
 * Text that comes in pieces, line by line, in time and memory that grow with the text and not with its square: pieces of a
 * long line are kept apart until its end has come. Calls `tooLong` (which throws) once a line passes `longest` characters.
 * Text after the last line end is left out: it is the half line of a process that died.
 */
export async function* splitIntoLines(
  pieces: AsyncIterable<string>,
  longest: number,
  tooLong: () => never,
): AsyncGenerator<string, void> {
  let open: string[] = [];
  let openLength = 0;
  for await (const piece of pieces) {
    let from = 0;
    for (let end = piece.indexOf("\n"); end >= 0; end = piece.indexOf("\n", from)) {
      if (openLength + end - from > longest) tooLong();
      open.push(piece.slice(from, end));
      yield open.length === 1 ? open[0]! : open.join("");
      open = [];
      openLength = 0;
      from = end + 1;
    }
    openLength += piece.length - from;
    if (openLength > longest) tooLong();
    if (from < piece.length) open.push(piece.slice(from));
  }
}
