import { AppError, isUuid } from "@tuwai/server/app";
import { openMinutesScan } from "@tuwai/server/minutes";
import { forUseCase, type Handle } from "#shell";
import type { Route } from "./+types/scan.route";

export const handle: Handle = { access: "minutes.read" };

const endings: Readonly<Record<string, string>> = {
  "application/pdf": "pdf",
  "image/jpeg": "jpg",
  "image/png": "png",
  "image/webp": "webp",
};

/** A scan of the signed paper as it came, as a file and never as a page of ours. */
export async function loader({ context, params }: Route.LoaderArgs) {
  if (!isUuid(params.berkas)) throw new AppError("not-found", { object: "scan" });
  const scan = await openMinutesScan(...forUseCase(context), { fileId: params.berkas });
  return new Response(Uint8Array.from(scan.bytes), {
    headers: {
      "Content-Type": scan.type,
      "Content-Disposition": `attachment; filename="berita-acara.${endings[scan.type] ?? "bin"}"`,
      "Cache-Control": "private, no-store",
    },
  });
}
