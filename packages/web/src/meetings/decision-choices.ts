import { isVillage } from "@tuwai/domain/regions";
import type { Actor, App } from "@tuwai/server/app";
import { listRegions } from "@tuwai/server/regions";
import type { TypedDecision } from "#follow-ups";
import { followUpTexts } from "#language/follow-ups.ts";
import type { Language } from "#language/language.ts";
import type { Option } from "#ui";

/** Kecamatan, each followed by its villages, for one choice. */
export async function readPlaces(app: App, actor: Actor): Promise<readonly Option[]> {
  const regions = await listRegions(app, actor);
  return regions
    .filter((region) => isVillage(region) || region.kind === "kecamatan")
    .map((region) => ({
      value: region.code as string,
      label: isVillage(region) ? `\u2003${region.name}` : `Kecamatan ${region.name}`,
    }));
}

/** The form filled with a ready sentence, which `?kalimat=` names by its place. */
export function readOffer(language: Language, params: URLSearchParams, year: number): TypedDecision {
  const offer = followUpTexts[language].decisions.offers[Number(params.get("kalimat")) - 1];
  if (offer === undefined) return {};
  return {
    bunyi: offer.text(String(year)),
    bukti: offer.evidence,
    penanggung: offer.owner,
    jenis: "decision",
  };
}
