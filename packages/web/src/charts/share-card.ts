import { drawing, ink, shape, write } from "./svg.ts";

type Card = {
  readonly title: string;
  readonly facts: string;
  readonly place: string;
  readonly mark: string;
  readonly notice: string;
};

const [width, height] = [1200, 630];
const longest = { title: 34, facts: 78 } as const;

/** A picture of one sentence for a message: the finding, what it is of, and where it stands. No person, no small number. */
export function drawShareCard({ title, facts, place, mark, notice }: Card): string {
  const lines = wrap(title, longest.title).slice(0, 5);
  return drawing(
    { width, height, summary: `${notice}. ${title}. ${facts}` },
    shape("rect", { width, height, fill: "#0a3641" }),
    shape("rect", { width, height: 48, fill: "#ebc562" }),
    write(notice, { x: 70, y: 34, size: 28, bold: true }),
    shape("path", {
      d: `M70 132H${width - 70}`,
      stroke: "#ebc562",
      "stroke-width": 5,
      "stroke-dasharray": "22 12",
    }),
    write(place, { x: 70, y: 96, size: 34, bold: true, fill: ink.paper }),
    write("TuWai KeTan", { x: width - 70, y: 96, size: 28, anchor: "end", fill: "#b8dfe1" }),
    ...lines.map((line, at) =>
      write(line, { x: 70, y: 226 + at * 66, size: 54, bold: true, fill: ink.paper }),
    ),
    ...wrap(facts, longest.facts)
      .slice(0, 2)
      .map((line, at) => write(line, { x: 70, y: 552 + at * 32, size: 24, fill: "#b8dfe1" })),
    write(mark, { x: width - 70, y: height - 18, size: 16, anchor: "end", fill: "#7fb7bd" }),
  );
}

/** A picture of a chart with one line beneath it that says for whom it is. */
export function withNotice(svg: string, notice: string): string {
  const [, across = "456", down = "264"] = /^<svg[^>]* width="([\d.]+)" height="([\d.]+)"/.exec(svg) ?? [];
  const size = { width: Number(across), height: Number(down) + 26 };
  return drawing(
    { ...size, summary: notice },
    svg,
    write(notice, { x: 6, y: size.height - 8, size: 13, bold: true }),
  );
}

/** Words put into lines of at most so many letters. */
export function wrap(text: string, most: number): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + word.length + 1 <= most)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}
