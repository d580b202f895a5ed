import type { ReactElement } from "react";
import { enrolmentTexts } from "#language/enrolment.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { Actions, ButtonLink, Card } from "#ui";

/** What comes next after sending: the branch uploads its answer, then what it received. */
export function ResultCard({ mayUpload }: { readonly mayUpload: boolean }): ReactElement {
  const t = useTexts(enrolmentTexts).packet;
  const to = useLocalPath();
  return (
    <Card title={t.resultTitle}>
      <p>{t.resultLead}</p>
      {mayUpload ? (
        <Actions>
          <ButtonLink look="plain" href={`${to("/impor/baru")}?jenis=enrolment-result`}>
            {t.uploadResult}
          </ButtonLink>
          <ButtonLink look="plain" href={`${to("/impor/baru")}?jenis=bpjs-receipts`}>
            {t.uploadReceipts}
          </ButtonLink>
        </Actions>
      ) : (
        <p className="quiet">{t.waitResult}</p>
      )}
    </Card>
  );
}
