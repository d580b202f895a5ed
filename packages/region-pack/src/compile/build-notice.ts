/** The notice that must travel with a pack. Names the files used, and the licence when they are from the known sources. */
export function writeNotice(files: readonly string[]): string {
  const isFromCahyadsn = files.some(
    (file) => file === "wilayah.sql" || file.startsWith("wilayah_boundaries"),
  );
  const lines = [
    "# Notice for this region pack",
    "",
    `Made from: ${files.toSorted().join(", ")}.`,
    'Boundaries are INDICATIVE, not a legal reference: show "Batas indikatif, bukan acuan hukum" on every map.',
    "",
    ...(isFromCahyadsn
      ? MIT
      : ["Keep the licence of the source beside this file; it was not part of what was read."]),
  ];
  return `${lines.join("\n")}\n`;
}

const MIT = [
  "Codes: cahyadsn/wilayah, MIT, copyright (c) 2017-2025 Cahya DSN.",
  "Boundaries: cahyadsn/wilayah_boundaries, MIT, copyright (c) 2024 Cahya DSN. Their origin is not documented there.",
  "",
  "Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated",
  'documentation files (the "Software"), to deal in the Software without restriction, including without limitation the',
  "rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit",
  "persons to whom the Software is furnished to do so, subject to the following conditions:",
  "",
  "The above copyright notice and this permission notice shall be included in all copies or substantial portions of the",
  "Software.",
  "",
  'THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE',
  "WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR",
  "COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR",
  "OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.",
];
