// Ambient occlusion at half size: how much of the half sphere above a point is near something.
in vec2 uv;
out float open_share;
uniform sampler2D depth_map;
uniform sampler2D normal_map;
vec3 seen_at(vec2 at, float depth) { return vec3((at * 2.0 - 1.0) * lens.xy * depth, -depth); }
void main() {
    float depth = texture(depth_map, uv).r;
    vec3 n = mat3(view) * texture(normal_map, uv).xyz;
    vec3 p = seen_at(uv, depth) + n * (0.004 + 0.0025 * depth);
    float radius = 0.20 + 0.05 * min(depth, 12.0);
    vec2 reach = vec2(radius / depth) / lens.xy * 0.5;
    reach = min(reach, vec2(0.14));
    float order = fract(52.9829189 * fract(dot(floor(gl_FragCoord.xy), vec2(0.06711056, 0.00583715))));
    float turn = order * 6.2831853;
    float blocked = 0.0;
    for (int i = 0; i < 8; i++) {
        float share = (float(i) + 0.5 + 0.5 * fract(order * 7.13)) / 8.5;
        float angle = turn + float(i) * 2.3999632;
        vec2 at = uv + vec2(cos(angle), sin(angle)) * reach * share;
        float other = texture(depth_map, at).r;
        vec3 away = seen_at(at, min(other, 1e4)) - p;
        float d2 = dot(away, away);
        float up = max(dot(away, n) * inversesqrt(d2 + 1e-6) - 0.05, 0.0);
        blocked += up * clamp(1.0 - d2 / (radius * radius * 1.6), 0.0, 1.0);
    }
    open_share = clamp(1.0 - blocked * 0.30, 0.0, 1.0);
}
