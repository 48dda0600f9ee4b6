import { jsonShape } from './json-shape.ts'
import { operationOf, templateOf } from './openapi-operation.ts'
import { Problem } from './problem.ts'
import { PARTS, type Part } from './route.ts'
import { ALL_ROUTES } from './routes.ts'

/** The parts' names for people. */
export const PART_TITLES: Record<Part, string> = {
  identity: '开通、登录、账号',
  calls: '申报',
  quality: '评审与质量',
  training: '培训项目',
  delivery: '培训实施',
  surveys: '问卷与评教',
  teachers: '学校、机构、教师、专家',
  credits: '学时与学分',
  flagship: '精品项目库',
  plans: '年度计划',
  exchange: '教育局之间的往来',
  province: '省级数据',
  inbox: '待办、设置和通知',
  audit: '审计',
}

function paths(): Record<string, Record<string, unknown>> {
  const all: Record<string, Record<string, unknown>> = {}
  for (const route of ALL_ROUTES) {
    const path = templateOf(route.path)
    all[path] = { ...all[path], [route.method.toLowerCase()]: operationOf(route) }
  }
  return all
}

/** The whole contract as an OpenAPI 3.1 document. */
export function printOpenapi(version: string): Record<string, unknown> {
  return {
    openapi: '3.1.0',
    info: {
      title: '师训云 Shixun',
      version,
      description: '教师培训项目的申报、评审、公示、实施、评估与共享。错误一律为 RFC 9457 problem+json。',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    servers: [{ url: '/' }],
    tags: PARTS.map((name) => ({ name, description: PART_TITLES[name] })),
    paths: paths(),
    components: {
      schemas: { Problem: jsonShape(Problem, 'output') },
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: '__Host-sid',
          description: '登录得到的会话；本机 http 下名为 sid',
        },
        accessToken: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: '省级客户端在 /oauth/token 领取',
        },
      },
    },
  }
}
