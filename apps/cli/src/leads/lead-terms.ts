import type { Terms } from '@engsales/sheets';

export const LEAD_SOURCES: Terms = {
  ENGINEERING_INFO_SITE: ['工程信息网'],
  BILLBOARD: ['广告牌'],
  PHONE_DIRECTORY: ['电话号簿', '黄页'],
  DESIGN_INSTITUTE: ['设计院'],
  PLOTTING_ROOM: ['出图室'],
  PRESS_MEDIA: ['报刊媒体'],
  DEALER_PARTNER: ['经销商', '合作伙伴'],
  GOVERNMENT_DOCUMENT: ['政府文件'],
  PERSONAL_REFERRAL: ['个人介绍'],
  ENVIRONMENTAL_BUREAU: ['环保局'],
  INVESTMENT_FAIR: ['招商会'],
  CONSTRUCTION_SITE: ['建筑工地', '工地'],
  DEVELOPER: ['开发商'],
  PROPERTY_STAFF: ['物业人员'],
  HOME_DECORATOR: ['装修公司'],
  PAST_CUSTOMER_REFERRAL: ['老客户介绍'],
  PHONE_MARKETING: ['电话营销'],
  EMAIL_MARKETING: ['邮件营销'],
  TRADE_SHOW: ['展会'],
  MARKET_RESEARCH: ['市场调研'],
  CUSTOMER_VISIT: ['客户拜访'],
  RETURN_VISIT: ['回访'],
  PROJECT_HANDOVER: ['项目移交'],
  OTHER: ['其他'],
};

export const CUSTOMER_SEGMENTS: Terms = {
  REAL_ESTATE_DEVELOPER: ['房地产开发商', '房地产'],
  GOVERNMENT: ['政府'],
  ENTERPRISE_INSTITUTION: ['企事业单位'],
};

export const CONSTRUCTION_PROCESSES: Terms = {
  LAND_OBTAINING: ['取得土地', '获取土地'],
  PLANNING_DESIGN: ['规划设计'],
  CONSTRUCTION_PREPARATION: ['施工准备', '开工准备'],
  CONSTRUCTION_1: ['施工一阶段', '主体施工'],
  CONSTRUCTION_2: ['施工二阶段', '安装装修'],
  PRE_SALE: ['预售'],
  SALES: ['销售', '开盘'],
  CLEARANCE: ['清盘'],
  COMPLETION_MOVE_IN: ['竣工入住', '入住'],
  AFTERSALES_TRANSFER: ['售后移交', '产权办理'],
};

export const CONTACT_AT: Terms = { OWNER: ['业主'], DESIGN_INSTITUTE: ['设计院'] };
