import type { ReactElement } from "react";
import type { ShownCertificate } from "@tuwai/server/certificates";
import type { QrPath } from "@tuwai/server/documents";
import { certificateTexts } from "#language/certificates.ts";
import { dayOf } from "#language/day-of.ts";
import { formatMonth } from "#language/format.ts";
import { useLanguage, useLocalPath, useTexts } from "#language/use-texts.ts";
import { OperationField, useSite } from "#shell";
import { Button, Card, QrPicture } from "#ui";
import styles from "./charter.module.css";

type Props = {
  readonly certificate: ShownCertificate & { readonly title: string };
  readonly qr: QrPath;
  readonly operation: string;
};

/** The certificate as it looks on paper, and the button that prints it. */
export function Charter({ certificate, qr, operation }: Props): ReactElement {
  const t = useTexts(certificateTexts);
  const language = useLanguage();
  const to = useLocalPath();
  const { city } = useSite();
  return (
    <Card title={t.yours}>
      <div className={styles["charter"]}>
        <div>
          <p className={styles["kind"]}>{t.kind}</p>
          <p className={styles["name"]}>{certificate.holder}</p>
          <p>{t.says(certificate.workers, city.name, formatMonth(language, certificate.since))}</p>
          <p className="quiet small">
            {t.line(certificate.title, dayOf(language, certificate.issuedAt), t.states[certificate.state])}
          </p>
        </div>
        <QrPicture qr={qr} label={t.qr} />
      </div>
      <form method="post" action={to("/sponsor/saya/piagam/berkas")}>
        <OperationField id={operation} />
        <input type="hidden" name="piagam" value={certificate.id} />
        <Button>{certificate.isPrinted ? t.printCopy : t.print}</Button>
      </form>
      <p className="quiet small">{t.noNames}</p>
      <p>
        <a href={to(`/sertifikat/${certificate.code}`)}>{t.seePage}</a>
      </p>
    </Card>
  );
}
