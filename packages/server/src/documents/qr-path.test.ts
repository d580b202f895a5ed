import { decodeQR } from "qr/decode.js";
import { expect, it } from "vitest";
import { qrPath, type QrPath } from "./qr-path.ts";

const uri =
  "otpauth://totp/TuWai%20KeTan:operator%40demo.tuwai.id?secret=JBSWY3DPEHPK3PXP&issuer=TuWai%20KeTan";

it.each(["1", uri, uri.repeat(4)])("a QR picture reads as the text it was drawn from: %s", (text) => {
  expect(decodeQR(paint(qrPath(text), 4))).toBe(text);
});

it("a QR picture has its quiet margin", () => {
  const { path, side } = qrPath(uri);
  const corners = [...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].map((found) => found.slice(1).map(Number));
  const edge = corners.some(([x, y, width]) => x! < 4 || y! < 4 || x! + width! > side - 4 || y! >= side - 4);
  expect(edge).toBe(false);
});

/** The path as a camera would see it, `scale` pixels to a module. */
function paint({ path, side }: QrPath, scale: number) {
  const width = side * scale;
  const data = new Uint8ClampedArray(width * width * 4).fill(255);
  for (const [, x, y, run] of path.matchAll(/M(\d+) (\d+)h(\d+)/g))
    for (let row = Number(y) * scale; row < (Number(y) + 1) * scale; row++) {
      const start = (row * width + Number(x) * scale) * 4;
      for (let at = 0; at < Number(run) * scale; at++) data.fill(0, start + at * 4, start + at * 4 + 3);
    }
  return { width, height: width, data };
}
