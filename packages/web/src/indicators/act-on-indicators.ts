import type { Actor, App } from "@tuwai/server/app";
import {
  decideProposedTarget,
  enterEstimateSource,
  enterIndicatorValue,
  proposeTarget,
  withdrawIndicatorValue,
} from "@tuwai/server/indicators";
import { formatNumber } from "#language/format.ts";
import { indicatorDeskTexts } from "#language/indicator-desk.ts";
import { indicatorTexts } from "#language/indicators.ts";
import type { Language } from "#language/language.ts";
import { type FailedAct, formText, readOperationId } from "#shell";
import { missingInWords } from "./estimate-card.tsx";
import { readFigure } from "./read-figure.ts";

type Asked = {
  readonly app: App;
  readonly actor: Actor;
  readonly form: FormData;
  readonly language: Language;
};
type Answer = { readonly said: string } | FailedAct;

/** What the forms of the desk ask for. */
export const indicatorActs: Readonly<Record<string, (asked: Asked) => Promise<Answer>>> = {
  value: async ({ app, actor, form, language }) => {
    const text = (name: string) => formText(form, name);
    const replacedValueId = text("koreksi");
    const answer = await enterIndicatorValue(app, actor, {
      operationId: readOperationId(form, app),
      series: text("indikator"),
      place: text("wilayah"),
      asOf: text("per"),
      numerator: readFigure(text("pembilang")),
      denominator: readFigure(text("penyebut")),
      barePercent: readFigure(text("persen")),
      mark: text("tanda"),
      source: text("sumber"),
      denominatorSource: text("sumber-penyebut"),
      denominatorAsOf: text("penyebut-per"),
      note: text("catatan"),
      ...(replacedValueId === "" ? {} : { replacedValueId }),
    });
    if (answer.outcome === "refused") return refused("value", answer.reasons, { form, language });
    return { said: indicatorDeskTexts[language].value.saved };
  },
  withdraw: async ({ app, actor, form, language }) => {
    const answer = await withdrawIndicatorValue(app, actor, {
      operationId: readOperationId(form, app),
      valueId: formText(form, "angka"),
      reason: formText(form, "alasan"),
    });
    if (answer.outcome === "refused") return refused("withdraw", answer.reasons, { form, language });
    return { said: indicatorDeskTexts[language].value.withdrawn };
  },
  propose: async ({ app, actor, form, language }) => {
    const answer = await proposeTarget(app, actor, {
      operationId: readOperationId(form, app),
      ladder: formText(form, "tangga"),
      year: readFigure(formText(form, "tahun")) ?? Number.NaN,
      percent: readFigure(formText(form, "persen")) ?? Number.NaN,
      source: formText(form, "sumber"),
      mark: formText(form, "tanda"),
    });
    if (answer.outcome === "refused") return refused("propose", answer.reasons, { form, language });
    return { said: indicatorDeskTexts[language].target.proposed };
  },
  decide: async ({ app, actor, form, language }) => {
    const t = indicatorDeskTexts[language].target;
    const { outcome } = await decideProposedTarget(app, actor, {
      operationId: readOperationId(form, app),
      targetId: formText(form, "target"),
      isRight: formText(form, "putusan") === "benar",
    });
    return { said: outcome === "standing" ? t.confirmed : t.refused };
  },
  estimate: async ({ app, actor, form, language }) => {
    const number = (name: string) => readFigure(formText(form, name)) ?? Number.NaN;
    const answer = await enterEstimateSource(app, actor, {
      operationId: readOperationId(form, app),
      kind: formText(form, "jenis"),
      place: formText(form, "wilayah"),
      low: number("rendah"),
      middle: number("tengah"),
      high: number("tinggi"),
      asOf: formText(form, "per"),
      mark: formText(form, "tanda"),
      source: formText(form, "sumber"),
    });
    if (answer.outcome === "refused") return refused("estimate", answer.reasons, { form, language });
    const t = indicatorDeskTexts[language].estimate;
    const { estimate } = answer;
    if (estimate.outcome === "missing")
      return { said: t.missing(missingInWords(estimate, indicatorTexts[language].estimate.missingNames)) };
    return {
      said: estimate.outcome === "same" ? t.same : t.made(formatNumber(language, estimate.number)),
    };
  },
};

type Reason = keyof (typeof indicatorDeskTexts)["id"]["reasons"];

function refused(
  act: string,
  reasons: readonly Reason[],
  { form, language }: Pick<Asked, "form" | "language">,
): FailedAct {
  const words = indicatorDeskTexts[language].reasons;
  const typed = Object.fromEntries(
    [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
  return { act, error: reasons.map((reason) => words[reason]).join(" "), typed };
}
