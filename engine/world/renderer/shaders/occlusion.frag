// Ambient occlusion at half size: how much of the half sphere above a point is near something.
in vec2 uv;
out vec2 open_share;              // and the depth, so that the blur reads one texture
uniform sampler2D depth_map;
uniform sampler2D normal_map;
vec3 place_at(vec2 at, float depth) { return vec3((at * 2.0 - 1.0) * lens.xy * depth, -depth); }
void main() {
    float depth = min(texture(depth_map, uv).r, 6e4);
    vec3 n = mat3(view) * texture(normal_map, uv).xyz;
    vec3 p = place_at(uv, depth) + n * (0.004 + 0.0025 * depth);
    float radius = 0.24 + 0.05 * min(depth, 12.0);
    vec2 reach = min(vec2(radius / depth) / lens.xy * 0.5, vec2(0.16));
    // Sixteen turns of the disc on a 4x4 grid; the blur after this averages exactly one grid.
    const float ORDER[16] = float[16](0.0, 8.0, 2.0, 10.0, 12.0, 4.0, 14.0, 6.0, 3.0, 11.0, 1.0, 9.0, 15.0, 7.0, 13.0, 5.0);
    ivec2 cell = ivec2(gl_FragCoord.xy) & 3;
    float order = ORDER[cell.x + 4 * cell.y] / 16.0;
    float turn = order * 6.2831853, blocked = 0.0;
    for (int i = 0; i < 8; i++) {
        float share = (float(i) + 0.35 + 0.5 * order) / 8.2;
        float angle = turn + float(i) * 2.3999632;
        vec2 at = uv + vec2(cos(angle), sin(angle)) * reach * share;
        vec3 away = place_at(at, min(texture(depth_map, at).r, 1e4)) - p;
        float d2 = dot(away, away);
        float up = max(dot(away, n) * inversesqrt(d2 + 1e-6) - 0.06, 0.0);
        blocked += up * clamp(1.0 - d2 / (radius * radius * 1.6), 0.0, 1.0);
    }
    open_share = vec2(clamp(1.0 - blocked * 0.30, 0.0, 1.0), depth);
}
