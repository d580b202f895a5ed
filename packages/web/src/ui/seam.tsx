import type { ReactElement } from "react";

const most = 30;
const step = 12;

type SeamProps =
  | { readonly count: number; readonly of?: number }
  /** One stitch for each of a row of things, gold where it is so. */
  | { readonly each: readonly boolean[] };

/**
 * One stitch for each thing counted, up to 30; of a given whole, the rest in sand. The number always stands beside it in words.
 */
export function Seam(props: SeamProps): ReactElement | null {
  const each = "each" in props ? props.each : stitchesOf(props);
  const stitches = each.slice(0, most);
  if (stitches.length === 0) return null;
  const sewn = (is: boolean) =>
    stitches.map((one, at) => (one === is ? `M${3 + at * step} 13l6-10` : "")).join("");
  const width = stitches.length * step;
  return (
    <svg
      className="seam"
      viewBox={`0 0 ${width} 16`}
      width={width}
      height="16"
      preserveAspectRatio="xMinYMid"
      aria-hidden="true"
    >
      {stitches.includes(false) && <path className="open" d={sewn(false)} />}
      {stitches.includes(true) && <path d={sewn(true)} />}
    </svg>
  );
}

/** A whole too large for stitches is drawn to scale. */
function stitchesOf({ count, of = count }: { readonly count: number; readonly of?: number }): boolean[] {
  const whole = Math.min(of, most);
  const sewn = of > most ? Math.round((count / of) * most) : count;
  return Array.from({ length: whole }, (_, at) => at < sewn);
}
