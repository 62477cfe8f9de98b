// The last pass: smooths edges, then the style's own hand.
in vec2 uv;
out vec4 color;
uniform sampler2D picture_map;
uniform sampler2D depth_map;
uniform sampler2D normal_map;
uniform usampler2D id_map;
uniform sampler2D albedo_map;    // square root of albedo, roughness
#ifdef ANCHORED
uniform sampler2D anchor_map;    // where on its part, m; w: its face (1 to 3), seed
#endif

float luma(vec3 c) { return dot(c, vec3(0.299, 0.587, 0.114)); }
vec4 smooth_edges(vec2 at) {
    vec2 px = screen.zw;
    vec4 middle = texture(picture_map, at);
    float nw = texture(picture_map, at + vec2(-1.0, 1.0) * px).a, ne = texture(picture_map, at + px).a;
    float sw = texture(picture_map, at - px).a, se = texture(picture_map, at + vec2(1.0, -1.0) * px).a;
    float low = min(middle.a, min(min(nw, ne), min(sw, se))), high = max(middle.a, max(max(nw, ne), max(sw, se)));
    vec2 along = vec2(-((nw + ne) - (sw + se)), (nw + sw) - (ne + se));
    along.x = -along.x * -1.0;
    float reduce = max((nw + ne + sw + se) * 0.03125, 0.0078125);
    along = clamp(along / (min(abs(along.x), abs(along.y)) + reduce), -8.0, 8.0) * px;
    vec4 a = 0.5 * (texture(picture_map, at + along * (1.0 / 3.0 - 0.5)) + texture(picture_map, at + along * (2.0 / 3.0 - 0.5)));
    vec4 b = a * 0.5 + 0.25 * (texture(picture_map, at - along * 0.5) + texture(picture_map, at + along * 0.5));
    vec4 best = b.a < low || b.a > high ? a : b;
    return high - low < max(0.03, high * 0.08) ? middle : best;
}
float grain(vec2 p) { return hash1(p + lens.w * 113.0) + hash1(p * 1.37 + lens.w * 71.0) - 1.0; }
float distance_at(vec2 at) { return min(texture(depth_map, at).r, 2000.0); }
// Lines where depth folds, normals turn or the object changes; width in pixels.
float ink(vec2 at, float width) {
    vec2 px = screen.zw * max(floor(width + 0.5), 1.0);
    at = (floor(at * screen.xy) + 0.5) * screen.zw;
    float d = distance_at(at);
    float l = distance_at(at - vec2(px.x, 0.0)), r = distance_at(at + vec2(px.x, 0.0));
    float u = distance_at(at + vec2(0.0, px.y)), b = distance_at(at - vec2(0.0, px.y));
    float fold = max(abs(1.0 / l + 1.0 / r - 2.0 / d), abs(1.0 / u + 1.0 / b - 2.0 / d)) * d;
    vec3 nl = texture(normal_map, at - px * vec2(1.0, 0.0)).xyz, nr = texture(normal_map, at + px * vec2(1.0, 0.0)).xyz;
    vec3 nu = texture(normal_map, at + px * vec2(0.0, 1.0)).xyz, nb = texture(normal_map, at - px * vec2(0.0, 1.0)).xyz;
    float turn = max(1.0 - dot(nl, nr), 1.0 - dot(nu, nb));
    uint id = texture(id_map, at).r;
    bool other = texture(id_map, at + px * vec2(0.7, 0.7)).r != id || texture(id_map, at - px * vec2(0.7, 0.7)).r != id
              || texture(id_map, at + px * vec2(-0.7, 0.7)).r != id || texture(id_map, at - px * vec2(-0.7, 0.7)).r != id;
    float fade = clamp(30.0 / d, 0.25, 1.0);
    return clamp(max(other ? 1.0 : 0.0, max(smoothstep(0.03, 0.09, fold), smoothstep(0.35, 0.8, turn) * 0.8)), 0.0, 1.0) * fade;
}
vec3 saturated(vec3 c, float amount) { return mix(vec3(luma(c)), c, amount); }
#ifdef GRADED
uniform sampler2D grade_map;     // the grade of each colour; slices of blue side by side
vec3 graded(vec3 c) {
    const float steps = 32.0;
    vec3 at = clamp(c, 0.0, 1.0) * (steps - 1.0);
    float slice = min(floor(at.b), steps - 2.0);
    vec2 spot = vec2((slice * steps + at.r + 0.5) / (steps * steps), (at.g + 0.5) / steps);
    return mix(texture(grade_map, spot).rgb, texture(grade_map, spot + vec2(1.0 / steps, 0.0)).rgb, at.b - slice);
}
#endif
#include style
void main() {
    vec3 c = styled(uv);
#ifdef GRADED
    c = graded(c);
#endif
    color = vec4(clamp(c + (hash1(gl_FragCoord.xy) - 0.5) / 255.0, 0.0, 1.0), 1.0);
}
