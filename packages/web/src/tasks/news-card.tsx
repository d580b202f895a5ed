import type { ReactElement } from "react";
import { noticeTexts } from "#language/notices.ts";
import { useTexts } from "#language/use-texts.ts";
import { Card } from "#ui";
import type { News } from "./news.ts";

/** What others did that nobody here has to answer. */
export function NewsCard({ news }: { readonly news: readonly News[] }): ReactElement | null {
  const t = useTexts(noticeTexts);
  if (news.length === 0) return null;
  return (
    <Card title={t.title}>
      <ul className="holds">
        {news.map(({ id, day, text, href }) => (
          <li key={id}>
            <span>{text}</span>
            <span className="days">{day}</span>
            {href !== null && (
              <a className="small" href={href} aria-label={`${t.look}: ${text}`}>
                {t.look}
              </a>
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
