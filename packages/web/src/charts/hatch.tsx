import type { ReactElement } from "react";

/** The pattern of "no number": once per drawing, referred to as `url(#hatch)`. */
export function Hatch(): ReactElement {
  return (
    <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="6" height="6" fill="#f2eee7" />
      <rect width="2" height="6" fill="#cbc3b5" />
    </pattern>
  );
}
