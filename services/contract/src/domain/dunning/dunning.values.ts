export const DUNNING_CHANNELS = ['PHONE', 'VISIT', 'LETTER', 'EMAIL', 'WECHAT', 'LAWYER_LETTER'] as const;
export type DunningChannel = (typeof DUNNING_CHANNELS)[number];
