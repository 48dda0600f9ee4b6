/**
 * npm run replay -- --district SLUG [--after ID]      the local data, or
 * npm run replay -- --archive FILE  [--after ID]      a tenant's database: SQLite, or what `wrangler d1 export` writes
 *
 * Recomputes every stored evaluation, every ranking of every concluded panel and every seal, and tells each byte that differs. It only reads.
 * Exit code: 0 all the same, 1 something differs or cannot be recomputed, 2 it could not begin.
 */
import type { DatabaseSync } from 'node:sqlite'
import { parseArgs } from 'node:util'
import { stateFolder } from '../state-folder.mjs'
import { shown } from './first-difference.ts'
import { districtsIn, openArchive, openTenant, slugOf } from './open-tenant.ts'
import { type Report, replayTenant } from './replay-tenant.ts'

const USAGE = `用法：
  npm run replay -- --district SLUG [--after ID]   重算本机数据中一个教育局的全部评估结果
  npm run replay -- --archive FILE [--after ID]    重算导出的数据库文件（.sqlite，或 wrangler d1 export 导出的 .sql）`

type Options = { district?: string; archive?: string; after?: string }

function optionsIn(args: readonly string[]): Options | string {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { district: { type: 'string' }, archive: { type: 'string' }, after: { type: 'string' } },
    })
    return (values.district === undefined) === (values.archive === undefined) ? USAGE : values
  } catch (error) {
    return `${error instanceof Error ? error.message : String(error)}\n${USAGE}`
  }
}

function opened({ district, archive }: Options): DatabaseSync | string {
  try {
    if (archive !== undefined) {
      const database = openArchive(archive)
      return slugOf(database) === null ? `${archive} 不是一个教育局的数据库。` : database
    }
    const state = stateFolder()
    const found = openTenant(state, district ?? '')
    if (found) return found
    const there = districtsIn(state)
    return there.length === 0
      ? `${state} 中还没有数据：先运行 npm start。`
      : `没有教育局 ${district}。本机数据中有：${there.join('、')}`
  } catch (error) {
    return `打不开：${error instanceof Error ? error.message : String(error)}`
  }
}

/** The report in lines, differences first. */
export function reportLines(report: Report): string[] {
  const { evaluations, same, panels, rounds, sheets, snapshots, findings, notReplayable, last } = report
  return [
    ...findings.flatMap(({ id, what, path, stored, again }) => [
      `✗ ${id} ${what}：${path}`,
      `    存储 ${shown(stored)}`,
      `    应为 ${shown(again)}`,
    ]),
    ...notReplayable.map(({ id, why }) => `？ ${id} ${why}`),
    `评估结果 ${evaluations} 个，重算一致 ${same} 个；评审组 ${panels} 个，其中此前的排名 ${rounds} 次；封存的评分表 ${sheets} 张；月度快照 ${snapshots} 个。`,
    `不一致 ${findings.length} 处，无法重算 ${notReplayable.length} 个。${last === null ? '' : `最后一个：${last}`}`,
  ]
}

/** Runs the command and answers its exit code. */
export function replay(args: readonly string[], print: (line: string) => void): number {
  const options = optionsIn(args)
  if (typeof options === 'string') {
    print(options)
    return 2
  }
  const database = opened(options)
  if (typeof database === 'string') {
    print(database)
    return 2
  }
  try {
    const report = replayTenant(database, {
      after: options.after ?? '',
      onProgress: ({ done, last }) => print(`已重算 ${done} 个……（中断后可加 --after ${last} 继续）`),
    })
    for (const line of reportLines(report)) print(line)
    return report.findings.length + report.notReplayable.length > 0 ? 1 : 0
  } finally {
    database.close()
  }
}

if (import.meta.main) process.exitCode = replay(process.argv.slice(2), console.log)
