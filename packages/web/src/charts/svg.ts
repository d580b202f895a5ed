/** Charts are drawn twice, so that no letter is ever scaled: once for a phone, once for a wider card; the page shows one of them. */
export const chartSizes = ["narrow", "wide"] as const;
export type ChartSize = (typeof chartSizes)[number];
export const chartWidths: Readonly<Record<ChartSize, number>> = { narrow: 294, wide: 456 };

/** What charts are drawn in; a file that travels alone needs them as much as the page. */
export const ink = {
  text: "#211d17",
  quiet: "#625a4d",
  line: "#e4ded3",
  track: "#f2eee7",
  edge: "#7d7466",
  main: "#0e5a6b",
  middle: "#22808f",
  light: "#a9d5d3",
  gold: "#b98300",
  warn: "#9b1b2e",
  paper: "#ffffff",
} as const;

type Attributes = Readonly<Record<string, string | number | undefined>>;

const escaped: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
/** Text as it may stand in a drawing: nothing in it is read as markup. */
export const safe = (text: string): string => text.replace(/[&<>"]/g, (sign) => escaped[sign]!);

/** One shape with its attributes; children are drawings already, text goes through `safe`. */
export function shape(name: string, attributes: Attributes, ...children: readonly string[]): string {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${typeof value === "number" ? round(value) : safe(String(value))}"`)
    .join("");
  return children.length === 0 ? `<${name}${written}/>` : `<${name}${written}>${children.join("")}</${name}>`;
}

const round = (value: number): number => Math.round(value * 10) / 10;

type Written = {
  readonly x: number;
  readonly y: number;
  readonly anchor?: "start" | "middle" | "end";
  readonly bold?: boolean;
  readonly fill?: string;
  readonly size?: number;
  /** A white line around the letters, where they stand over lines. */
  readonly halo?: boolean;
};

export function write(
  text: string,
  { x, y, anchor = "start", bold, fill = ink.text, size = 13, halo }: Written,
) {
  return shape(
    "text",
    {
      x,
      y,
      "text-anchor": anchor === "start" ? undefined : anchor,
      "font-weight": bold ? 700 : undefined,
      "font-size": size,
      fill,
      ...(halo
        ? { stroke: ink.paper, "stroke-width": 4, "paint-order": "stroke", "stroke-linejoin": "round" }
        : {}),
    },
    safe(text),
  );
}

/** A whole drawing. `summary` is what it says to whoever cannot see it. */
export function drawing(
  { width, height, summary }: { readonly width: number; readonly height: number; readonly summary: string },
  ...children: readonly string[]
): string {
  return shape(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: "img",
      "aria-label": summary,
      "font-family": "Plus Jakarta Sans Variable, Plus Jakarta Sans, Arial, sans-serif",
      "font-size": 13,
    },
    ...children,
  );
}

/** About how wide a text will be, to keep words apart before any browser has seen them. */
export const widthOf = (text: string, size = 13): number => text.length * size * 0.58;

/** A name too long to stand beside its number has a line of its own, so that no name is cut. */
export const needsOwnLine = (
  { label, text }: { readonly label: string; readonly text: string },
  width: number,
) => widthOf(label) + widthOf(text) + 12 > width;
export const lineHeight = 18;

/** The text, or its beginning where it would be wider. */
export function fit(text: string, width: number, size = 13): string {
  const most = Math.floor(width / (size * 0.58));
  return text.length <= most ? text : `${text.slice(0, Math.max(1, most - 1)).trimEnd()}…`;
}
