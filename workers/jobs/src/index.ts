export default { fetch: () => new Response(null, { status: 404 }), scheduled() {}, queue() {} }
