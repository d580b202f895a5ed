import type { ShownVillage } from "@tuwai/server/commitments";
import type { ReactElement } from "react";
import { commitmentTexts } from "#language/commitments.ts";
import { formatDate } from "#language/format.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Notice } from "#ui";

type Props = Pick<ShownVillage, "possible" | "isChangeDayKnown">;

/** Until when what can still be done for the year. */
export function Possible({ possible, isChangeDayKnown }: Props): ReactElement {
  const v = useTexts(commitmentTexts).village;
  const language = useLanguage();
  const { way, until } = possible;
  const says = way === "too-late" ? v.possible[way] : v.possible[way](formatDate(language, until ?? ""));
  return (
    <Notice tone={way === "too-late" ? "warn" : "info"}>
      <p>{says}</p>
      <p className="small">
        {way === "change" && !isChangeDayKnown && `${v.unknownChange} `}
        {v.datesSource}
      </p>
    </Notice>
  );
}
