import type { Block, BusinessDocument } from '@engsales/documents';
import { CONTACT_ID } from '../domain/lead/lead.fixtures.js';
import { exists } from '../domain/lead/lead.state.js';
import { capturedWalk, readyWalk, type LeadWalk } from '../domain/lead/lead.walk.js';
import { contactRegisterDocument } from './contact-register.document.js';

const words = {
  staffNameOf: (id?: string) => (id === undefined ? '' : `员工 ${id}`),
  partyNameOf: () => '临江二院',
  contactOf: (id: string) => (id === CONTACT_ID ? { name: '王*国', post: '基建科科长' } : { name: '', post: '' }),
  generatedOn: '2025-03-07 09:00',
};
function paperOf({ state }: LeadWalk): BusinessDocument {
  if (!exists(state)) throw new Error('no lead');
  return contactRegisterDocument(state, words);
}
const under = ({ blocks }: BusinessDocument, text: string): Block | undefined =>
  blocks[blocks.findIndex((block) => block.kind === 'heading' && block.text === text) + 1];

describe('the register of a project on paper (L-65)', () => {
  const paper = paperOf(readyWalk());

  it('has numbers, profile, phase, parties, contacts, key persons and signatures', () => {
    expect([paper.title, paper.subtitle]).toEqual(['项目联络登记表', '临江市第二人民医院新院区']);
    expect(paper.blocks.map((block) => (block.kind === 'heading' ? block.text : block.kind))).toEqual([
      'facts',
      '一、项目概况',
      'facts',
      '二、建设阶段',
      'notice',
      '三、相关单位',
      'table',
      '四、联系人',
      'table',
      '五、关键人',
      'table',
      'signatures',
    ]);
    expect(under(paper, '三、相关单位')).toMatchObject({ rows: [['临江二院', '业主']] });
    expect(under(paper, '五、关键人')).toMatchObject({
      rows: [['临江二院', '王*国', '基建科科长', '决策人', expect.any(String)]],
    });
    expect(paper.blocks[0]).toMatchObject({
      facts: expect.arrayContaining([{ label: '线索编号', value: 'XS-20250307-3F9A2C' }]) as unknown,
    });
  });

  it('says what is not known yet', () =>
    expect(under(paperOf(capturedWalk()), '一、项目概况')).toEqual({ kind: 'notice', text: '尚未登记项目概况' }));
});
