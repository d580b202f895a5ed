import { AppError, type Config } from "@tuwai/server/app";

const help =
  "Isi TUWAI_ORIGIN dengan alamat yang dibuka orang, mis. TUWAI_ORIGIN=https://ketan.kota.go.id, di belakang perantara TLS (docs/how-to/set-up.md). Nothing was started or changed.";

/**
 * A city with real people is served under its public address and over TLS, so that cookies are Secure and bound to it (ASVS 5.0,
 * 3.3.1 and 3.4.1); this machine itself may be asked without. Throws `not-set-up`.
 */
export function requireOrigin({ demo, origin }: Pick<Config, "demo" | "origin">): void {
  if (origin !== null) requirePlainAddress(origin);
  if (demo) return;
  if (origin === null)
    throw new AppError("not-set-up", { message: `TUWAI_DEMO=0 memerlukan alamat publik. ${help}` });
  const { protocol, hostname } = new URL(origin);
  if (protocol !== "https:" && !["localhost", "127.0.0.1", "[::1]"].includes(hostname))
    throw new AppError("not-set-up", { message: `TUWAI_ORIGIN harus https: ${origin}. ${help}` });
}

/** Compared letter by letter with what browsers send: no path, no slash at its end. */
function requirePlainAddress(origin: string): void {
  if (new URL(origin).origin === origin) return;
  throw new AppError("not-set-up", {
    message: `TUWAI_ORIGIN hanya asal, tanpa garis miring di akhir: ${new URL(origin).origin}. ${help}`,
  });
}
