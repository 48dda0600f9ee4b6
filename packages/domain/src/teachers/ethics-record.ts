import type { Machine } from '../shared/machine.ts'

export type EthicsRecordState = 'standing' | 'revoked'
export type EthicsRecordAction = 'revoke'

/** The life of an ethics record (师德考核结论): it is never edited, only revoked with a reason and entered anew. */
export const ETHICS_RECORD: Machine<EthicsRecordState, EthicsRecordAction> = {
  entity: 'ethics_record',
  title: '师德考核结论',
  initial: 'standing',
  states: { standing: '有效', revoked: '已撤销，不再作为依据' },
  moves: [
    {
      action: 'revoke',
      from: ['standing'],
      to: 'revoked',
      roles: ['office'],
      note: 'required',
      meaning: '撤销结论',
    },
  ],
  waits: {},
}
