import type { ReactElement } from "react";
import type { ReturnReceipt } from "@tuwai/server/imports";
import { importReturnTexts } from "#language/import-return.ts";
import { useTexts } from "#language/use-texts.ts";
import { Card } from "#ui";

type Props = { readonly receipt: ReturnReceipt; readonly at: string };

const parts = ["mended", "stillWrong", "overtaken", "saved", "unknown", "twice", "withoutKey"] as const;

/** What each row of the last file of faulty rows did that came back. */
export function ReturnReceiptCard({ receipt, at }: Props): ReactElement {
  const t = useTexts(importReturnTexts);
  return (
    <Card title={t.title}>
      <p className="quiet small">{t.at(at)}</p>
      <ul>
        {parts
          .filter((part) => receipt[part].length > 0)
          .map((part) => (
            <li key={part}>{t[part](receipt[part])}</li>
          ))}
        {receipt.differing.map(({ row, columns }) => (
          <li key={`differing-${row}`}>{t.differing(row, columns.join(", "))}</li>
        ))}
      </ul>
    </Card>
  );
}
