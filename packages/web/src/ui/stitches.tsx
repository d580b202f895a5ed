import type { ReactElement } from "react";

const columns = 25;
const pitch = 12;

/** One hundred stitches in four rows, one for every hundredth worker; `percent` of them sewn in gold. Decoration: the number stands beside it. */
export function Stitches({ percent }: { readonly percent: number }): ReactElement {
  const sewn = Math.min(100, Math.max(0, Math.round(percent)));
  return (
    <svg className="stitches" viewBox={`0 0 ${columns * pitch} 64`} aria-hidden="true">
      <path d={seam(sewn, 100)} />
      <path className="sewn" d={seam(0, sewn)} />
    </svg>
  );
}

function seam(from: number, until: number): string {
  return Array.from({ length: until - from }, (_, at) => {
    const stitch = from + at;
    return `M${(stitch % columns) * pitch + 3} ${Math.floor(stitch / columns) * 16 + 13}l6-10`;
  }).join("");
}
