import type { VillageBills } from "@tuwai/server/fulfilment";
import type { ReactElement } from "react";
import { fulfilmentTexts } from "#language/fulfilment.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { Card } from "#ui";
import { StageTable } from "./stage-table.tsx";

type Props = {
  readonly stages: VillageBills["stages"];
  readonly village: string;
  readonly year: number;
};

/** How far the year's money is, from promise to what BPJS received. */
export function VillageStages({ stages, village, year }: Props): ReactElement {
  const t = useTexts(fulfilmentTexts).bills.stages;
  const to = useLocalPath();
  return (
    <Card title={t.title}>
      <StageTable stages={stages} />
      <p>
        <a href={to(`/anggaran/komitmen/${village}/tagihan?tahun=${year}`)}>{t.open}</a>
      </p>
    </Card>
  );
}
