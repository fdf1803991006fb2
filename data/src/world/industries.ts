/**
 * An industry of the sample world.
 * - `weight`: its share of accounts
 * - `revenue`, `headcount`: the median account's, relative to the median of all accounts
 * - `words`, `english`: what its companies put into their names
 * - `buyers`: departments we meet there more often (a factor on the department's own weight)
 */
export type Industry = {
  readonly industry: string;
  readonly weight: number;
  readonly revenue: number;
  readonly headcount: number;
  readonly words: readonly string[];
  readonly english: readonly string[];
  readonly buyers: Readonly<Record<string, number>>;
};

export const industries: readonly Industry[] = [
  {
    industry: '制造业',
    weight: 21,
    revenue: 1.0,
    headcount: 1.6,
    words: [
      '精密制造',
      '机械制造',
      '汽车零部件',
      '新材料',
      '电气设备',
      '自动化设备',
      '模具',
      '包装材料',
      '金属制品',
      '重工',
    ],
    english: ['Manufacturing', 'Precision', 'Components', 'Materials'],
    buyers: { 采购: 2.2, 运营: 1.3, 研发: 1.6, HR: 0.7 },
  },
  {
    industry: '科技业',
    weight: 17,
    revenue: 1.15,
    headcount: 0.8,
    words: ['软件', '信息技术', '智能科技', '数据科技', '网络科技', '云计算', '电子科技', '通信技术', '物联网科技'],
    english: ['Systems', 'Software', 'Technologies', 'Data'],
    buyers: { IT: 1.6, 研发: 2.5, 采购: 0.6 },
  },
  {
    industry: '金融服务业',
    weight: 15,
    revenue: 1.3,
    headcount: 0.9,
    words: [
      '融资租赁',
      '资产管理',
      '商业保理',
      '小额贷款',
      '融资担保',
      '保险经纪',
      '基金销售',
      '投资管理',
      '供应链金融',
    ],
    english: ['Capital', 'Leasing', 'Insurance', 'Financial'],
    buyers: { 财务: 1.5, 法务: 2.5, 采购: 0.4, 研发: 0.2 },
  },
  {
    industry: '零售业',
    weight: 13,
    revenue: 0.85,
    headcount: 1.1,
    words: ['商贸', '百货', '连锁超市', '电子商务', '家居', '服饰', '食品', '便利店连锁'],
    english: ['Stores', 'Retail', 'Trading', 'Foods'],
    buyers: { 销售: 1.6, 市场: 2, 研发: 0.1 },
  },
  {
    industry: '制药业',
    weight: 10,
    revenue: 1.15,
    headcount: 1.2,
    words: ['制药', '药业', '生物制药', '生物医药', '医药科技', '中药'],
    english: ['Pharmaceuticals', 'Pharma', 'Biologics'],
    buyers: { 研发: 2.2, 法务: 1.8 },
  },
  {
    industry: '医疗',
    weight: 9,
    revenue: 1.0,
    headcount: 1.3,
    words: ['医疗器械', '医院管理', '医疗科技', '健康管理', '口腔医疗', '医学检验'],
    english: ['Medical', 'Health', 'Diagnostics'],
    buyers: { 采购: 1.8, 运营: 1.2, 市场: 0.5 },
  },
  {
    industry: '物流业',
    weight: 7,
    revenue: 0.8,
    headcount: 1.2,
    words: ['物流', '供应链管理', '货运代理', '冷链物流', '仓储服务', '快运'],
    english: ['Logistics', 'Freight', 'Shipping'],
    buyers: { 运营: 1.8, 研发: 0.1, 市场: 0.5 },
  },
  {
    industry: '教育业',
    weight: 5,
    revenue: 0.6,
    headcount: 0.7,
    words: ['教育科技', '教育咨询', '职业培训', '文化教育', '教育发展'],
    english: ['Learning', 'Education', 'Training'],
    buyers: { HR: 1.8, 研发: 0.3 },
  },
  {
    industry: '能源业',
    weight: 3,
    revenue: 1.4,
    headcount: 1.3,
    words: ['新能源', '燃气', '能源科技', '光伏科技', '电力工程'],
    english: ['Energy', 'Power', 'Solar'],
    buyers: { 采购: 1.8, 研发: 1.4 },
  },
];

/** The other spelling of an industry in some rows, the way two systems merged into one file leave it. */
export const otherSpelling = { of: '金融服务业', as: '金融服务', share: 0.14 } as const;

/** The share of rows with nothing in the industry column, and with nothing in the headcount column. */
export const blankShare = 0.01;
