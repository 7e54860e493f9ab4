/** Looks of the HTML page; fonts are the reader's own. Browsers without margin boxes print no page numbers. */
export const STYLE = `
@page {
  size: A4;
  margin: 18mm 16mm 20mm;
  @bottom-center { content: "第 " counter(page) " 页 共 " counter(pages) " 页"; font-size: 8pt; color: #555; }
}
* { box-sizing: border-box; }
body {
  margin: 0; background: #f2f2f2; color: #111; font-size: 10.5pt; line-height: 1.5;
  font-family: "Noto Sans SC", "Source Han Sans SC", "PingFang SC", "Microsoft YaHei", sans-serif;
}
main { max-width: 210mm; margin: 8mm auto; padding: 18mm 16mm; background: #fff; }
header { text-align: center; margin-bottom: 5mm; }
h1 { font-size: 18pt; letter-spacing: .1em; margin: 0; }
h2 { font-size: 11.5pt; margin: 6mm 0 2mm; break-after: avoid; }
.notice { border: 1.2pt solid #b00020; color: #b00020; font-weight: bold; text-align: center; padding: 2mm; }
h3 { font-size: 10.5pt; margin: 0 0 4mm; }
p { margin: 2mm 0; }
p, td, th, h3 { white-space: pre-line; overflow-wrap: anywhere; }
.subtitle { font-size: 11pt; margin: 1mm 0 0; }
.number { text-align: right; margin: 2mm 0 0; }
table { width: 100%; border-collapse: collapse; margin: 2mm 0 4mm; font-size: 9.5pt; }
th, td { border: .5pt solid #777; padding: 1.2mm 1.8mm; vertical-align: middle; }
th { background: #eee; }
thead { display: table-header-group; }
tr { break-inside: avoid; }
tr:has(+ .total) { break-after: avoid; }
.left { text-align: left; }
.center, .empty td { text-align: center; }
td.right, td.amount { white-space: nowrap; }
.right { text-align: right; font-variant-numeric: tabular-nums; }
.total td { background: #f6f6f6; font-weight: bold; }
.facts th { font-weight: normal; text-align: left; }
.facts.of-1 th { width: 18%; }
.facts.of-2 th { width: 15%; }
.facts.of-3 th { width: 12%; }
.facts.of-4 th { width: 10%; }
.signatures { display: flex; gap: 10mm; margin-top: 10mm; break-inside: avoid; break-before: avoid; }
.signatures div { flex: 1; }
.signatures p { display: flex; margin: 5mm 0 0; }
.signatures i { flex: 1; border-bottom: .5pt solid #333; }
footer { margin-top: 8mm; border-top: .5pt solid #aaa; font-size: 8.5pt; color: #555; }
footer p { margin: 1mm 0; }
@media print {
  body { background: #fff; }
  main { max-width: none; margin: 0; padding: 0; }
  th, .total td { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
