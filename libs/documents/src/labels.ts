/** Words that both outputs add to a document's own. */
export const numberLine = (number: string) => `编号：${number}`;
export const generatedLine = (generatedOn: string) => `生成时间：${generatedOn}`;
export const blankLabel = (label: string) => `${label}：`;
export const pageLine = (page: number | string, pages: number | string) => `第 ${page} 页 共 ${pages} 页`;
