// Writes .br and .gz beside every text asset, so that serving them costs no processor time.
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

const folder = new URL("build/client/", import.meta.url);
const text = /\.(js|css|svg|json|webmanifest|txt)$/;

for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
  if (!text.test(name) || name.startsWith(".vite")) continue;
  const bytes = readFileSync(new URL(name, folder));
  if (bytes.length < 512) continue;
  const quality = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };
  writeFileSync(new URL(`${name}.br`, folder), brotliCompressSync(bytes, quality));
  writeFileSync(new URL(`${name}.gz`, folder), gzipSync(bytes, { level: 9 }));
}
