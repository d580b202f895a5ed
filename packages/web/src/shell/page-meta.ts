import type { MetaDescriptor } from "react-router";

/** Title and preview card of a page: `meta = ({ loaderData }) => pageMeta(loaderData?.title)`. Never personal data. */
export function pageMeta(title: string | undefined, description?: string): MetaDescriptor[] {
  const shown = title === undefined ? "TuWai KeTan" : `${title} · TuWai KeTan`;
  return [
    { title: shown },
    ...(title === undefined ? [] : [{ property: "og:title", content: title }]),
    ...(description === undefined
      ? []
      : [
          { name: "description", content: description },
          { property: "og:description", content: description },
        ]),
  ];
}
