import { isAppError } from "@tuwai/server/app";
import { printCards } from "@tuwai/server/meetings";
import { redirect } from "react-router";
import { languageOf, localPath } from "#language/language.ts";
import { forUseCase, formText, type Handle } from "#shell";
import type { Route } from "./+types/cards-file.route";
import { pdfAnswer } from "./pdf-answer.ts";

export const handle: Handle = { access: "meeting.card" };

const cardsOf = (request: Request, code: string) =>
  localPath(languageOf(new URL(request.url).pathname), `/rakor/${encodeURIComponent(code)}/kartu`);

/** `POST …/berkas`: all valid cards, or one village's; without any it leads to the page that makes them. */
export async function action({ request, context, params }: Route.ActionArgs) {
  const villageCode = formText(await request.formData(), "desa");
  try {
    return pdfAnswer(
      await printCards(...forUseCase(context), {
        meetingCode: params.kode,
        ...(villageCode === "" ? {} : { villageCode }),
      }),
    );
  } catch (error) {
    if (!isAppError(error) || error.details["object"] !== "meeting-card") throw error;
    throw redirect(cardsOf(request, params.kode), 303);
  }
}

/** Whoever comes here by a link sees the cards first. */
export function loader({ request, params }: Route.LoaderArgs) {
  throw redirect(cardsOf(request, params.kode));
}
