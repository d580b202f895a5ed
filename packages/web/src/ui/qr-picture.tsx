import type { ReactElement } from "react";
import type { QrPath } from "@tuwai/server/documents";

/** A QR code to hold a phone over, on screen and on paper: always dark on white, never wider than the page. */
export function QrPicture({ qr, label }: { readonly qr: QrPath; readonly label: string }): ReactElement {
  return (
    <svg
      className="qr"
      role="img"
      aria-label={label}
      viewBox={`0 0 ${qr.side} ${qr.side}`}
      shapeRendering="crispEdges"
    >
      <path fill="#fff" d={`M0 0h${qr.side}v${qr.side}h-${qr.side}z`} />
      <path fill="#000" d={qr.path} />
    </svg>
  );
}
