import { costCaps, holderLaw } from "@tuwai/domain/alms";
import type { PublicCampaign } from "@tuwai/server/alms";
import type { ReactElement } from "react";
import { almsTexts } from "#language/alms.ts";
import { formatDate, formatPercent } from "#language/format.ts";
import { useLanguage, useTexts } from "#language/use-texts.ts";
import { Card, DescriptionList, Notice } from "#ui";

/** Who holds a campaign's money, by which permit and law, and how to give. */
export function HolderCard({ campaign }: { readonly campaign: PublicCampaign }): ReactElement {
  const t = useTexts(almsTexts);
  const language = useLanguage();
  const { holderKind, holderName, permitNumber, permitFrom, permitUntil } = campaign;
  const law = holderLaw[holderKind];
  const cap = costCaps[0]!;
  const permit =
    permitFrom === null || permitUntil === null
      ? (permitNumber ?? t.holder.permitNone)
      : t.holder.permitUntil(
          permitNumber ?? "",
          formatDate(language, permitFrom),
          formatDate(language, permitUntil),
        );
  return (
    <Card title={campaign.title}>
      {!campaign.isCollecting && <Notice tone="warn">{t.holder.notNow}</Notice>}
      <DescriptionList
        facts={[
          { name: t.holder.title, value: t.holder.by(holderName, t.holder.kinds[holderKind]) },
          { name: t.pledge.steps.give, value: campaign.giveTo },
          { name: t.holder.permit, value: permit },
          { name: t.holder.law, value: `${law.instrument}, ${law.article} (${t.holder.marks[law.mark]})` },
        ]}
      />
      <p className="quiet small">
        {t.holder.notCity}{" "}
        {t.holder.cap(
          formatPercent(language, cap.permille / 10),
          `${cap.source.instrument}, ${t.holder.marks[cap.source.mark]}`,
        )}
      </p>
    </Card>
  );
}
