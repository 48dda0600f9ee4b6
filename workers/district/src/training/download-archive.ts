import { commit } from '@shixun/db/commit'
import { sha256 } from '@shixun/db/sha256'
import { chinaDate, chinaTime } from '@shixun/domain/shared/china-time'
import { ok, refuse } from '@shixun/domain/shared/result'
import {
  type ArchiveGap,
  type ArchiveHead,
  type ArchiveItem,
  archiveIndexJson,
  archiveIndexPage,
  archiveStep,
  checksumList,
} from '@shixun/domain/training/archive-index'
import { PROJECT } from '@shixun/domain/training/project'
import { type ArchiveEntry, archiveFrames } from '@shixun/http/archive-frames'
import { attachmentDisposition } from '@shixun/http/attachment-disposition'
import type { Verdict } from '@shixun/http/scene'
import { refusedWrite } from '@shixun/tenant/move'
import type { DistrictScene } from '../store.ts'
import { roleWords } from './archive-course.ts'
import { type ArchiveDocument, archiveDocuments, archiveObjects } from './archive-documents.ts'
import { hashedStream } from './hashed-stream.ts'
import { type Archive, loadArchive } from './load-archive.ts'

function headOf(scene: DistrictScene, { project, reach }: Archive): ArchiveHead {
  const { visitor } = scene
  return {
    title: project.title,
    number: project.number,
    unitName: project.unitName,
    bureau: scene.store.tenant.district.name,
    state: PROJECT.states[project.state],
    takenAt: chinaTime(scene.now),
    takenBy: visitor.kind === 'person' ? `${visitor.name}（${roleWords(visitor.role)}）` : '系统',
    leftOut: [
      ...(reach.reviewers ? [] : ['评审专家的姓名、评分表和评语']),
      ...(reach.evaluations ? [] : ['评估结果']),
      ...(reach.objections ? [] : ['异议的内容和答复']),
      reach.objectors ? '异议人的联系方式（加密保存，请在公示页查看）' : '异议人的姓名、联系方式和异议材料',
    ],
  }
}

async function itemOf({ path, title, body }: ArchiveDocument, recorded: string | null = null): Promise<ArchiveItem> {
  return { path, title, size: new TextEncoder().encode(body).byteLength, sha256: await sha256(body), recorded }
}

/** Entries one after the other: documents, then files as they stream from the store, at the end what was really put in. */
async function* entriesOf(scene: DistrictScene, archive: Archive): AsyncGenerator<ArchiveEntry> {
  const at = scene.now
  const items: ArchiveItem[] = []
  const gaps: ArchiveGap[] = []
  for (const document of archiveDocuments(archive)) {
    items.push(await itemOf(document))
    yield { name: document.path, at, body: document.body }
  }
  for (const { path, title, objectKey, recorded } of archiveObjects(archive)) {
    const stored = await scene.store.objects.get(objectKey)
    if (!stored) {
      gaps.push({ title, recorded })
      continue
    }
    const hashed = hashedStream(stored.body)
    yield { name: path, at, body: hashed.body, size: stored.size }
    items.push({ path, title, recorded, ...(await hashed.read()) })
  }
  const head = headOf(scene, archive)
  const index: ArchiveDocument[] = [
    { path: 'index.json', title: '目录（数据）', body: archiveIndexJson(head, items, gaps) },
    { path: 'index.html', title: '目录', body: archiveIndexPage(head, items, gaps) },
  ]
  for (const { path, body } of index) yield { name: path, at, body }
  const sums = await Promise.all(index.map((document) => itemOf(document)))
  yield { name: 'SHA256SUMS', at, body: checksumList([...items, ...sums]) }
}

/** 项目档案：everything about a project that this visitor may see, in one ZIP with an index and checksums. Who took it stands in the journal. */
export async function downloadArchive(scene: DistrictScene, { params }: { params: { id: string } }): Promise<Verdict> {
  const archive = await loadArchive(scene, params.id)
  if (!archive) return refuse({ code: 'not-found' })
  const { project } = archive
  const event = { entity: scene.newId('xpt'), version: 1, verb: 'download', after: { archive: project.id } }
  const refusal = await commit(scene.store.tenant, scene.hand, [event], [], null)
  if (refusal) return refuse(refusedWrite(refusal))
  const zip = await scene.store.archives.write(archiveFrames(entriesOf(scene, archive)))
  const name = `项目档案-${archiveStep(project.number)}-${chinaDate(scene.now)}-${archiveStep(project.title)}.zip`
  return ok(
    new Response(zip, {
      headers: {
        'content-type': 'application/zip',
        'content-disposition': attachmentDisposition(name),
        'cache-control': 'no-store',
      },
    }),
  )
}
