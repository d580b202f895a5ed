import type { ReactElement } from "react";

const most = 30;
const step = 12;

/** One stitch for each thing counted, up to 30; the number always stands beside it in words. */
export function Seam({ count }: { readonly count: number }): ReactElement | null {
  const stitches = Math.min(count, most);
  if (stitches === 0) return null;
  const path = Array.from({ length: stitches }, (_, at) => `M${3 + at * step} 13l6-10`).join("");
  const width = stitches * step;
  return (
    <svg
      className="seam"
      viewBox={`0 0 ${width} 16`}
      width={width}
      height="16"
      preserveAspectRatio="xMinYMid"
      aria-hidden="true"
    >
      <path d={path} />
    </svg>
  );
}
