/** What a product line offers: equipment, design, construction, supervision, service (设备、设计、施工、监理、服务). */
export const PRODUCT_LINE_KINDS = ['EQUIPMENT', 'DESIGN', 'CONSTRUCTION', 'SUPERVISION', 'SERVICE'] as const;
export type ProductLineKind = (typeof PRODUCT_LINE_KINDS)[number];

export const PRODUCT_LINE_STATES = ['ACTIVE', 'RETIRED'] as const;
export type ProductLineState = (typeof PRODUCT_LINE_STATES)[number];
