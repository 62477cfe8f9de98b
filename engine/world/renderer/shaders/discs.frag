// Blur discs at half size: every tap that reaches this pixel spreads its light over its own disc.
in vec2 uv;
layout(location = 0) out vec4 far_light;      // what lies behind the focus
layout(location = 1) out vec4 near_light;     // what lies before it, with its cover
uniform sampler2D focus_map;
void main() {
    float own = texture(focus_map, uv).a;
    // Something near may reach in from outside: look around for it.
    float around = abs(own);
    for (int i = 0; i < 8; i++) {
        float angle = float(i) * 0.7853982;
        around = max(around, -texture(focus_map, uv + vec2(cos(angle) * screen.y * screen.z, sin(angle)) * 0.011).a);
    }
    vec2 pixel = vec2(screen.y * screen.z, 1.0);
    float reach = around, half_px = screen.w;
    int taps = reach < 0.6 * screen.w ? 0 : (reach < 4.0 * screen.w ? 16 : 40);
    vec4 here = texture(focus_map, uv);
    vec3 behind = here.rgb * 0.02, before = vec3(0.0);
    float behind_weight = 0.02, before_weight = 0.0;
    for (int i = 0; i < taps; i++) {
        float share = (float(i) + 0.5) / float(taps), r = sqrt(share) * reach, angle = float(i) * 2.3999632;
        vec4 tap = texture(focus_map, uv + vec2(cos(angle), sin(angle)) * r * pixel);
        float covers = clamp((abs(tap.a) - r) / half_px * 0.5 + 1.0, 0.0, 1.0);
        float spread = reach * reach / max(tap.a * tap.a, half_px * half_px);
        float is_near = step(tap.a, -0.4 * half_px);
        // What is sharp before a blurred background must not smear into it.
        float is_far = (1.0 - is_near) * smoothstep(0.3, 0.9, tap.a / max(own, half_px));
        behind += tap.rgb * covers * is_far;
        behind_weight += covers * is_far;
        before += tap.rgb * covers * is_near * spread;
        before_weight += covers * is_near * spread;
    }
    far_light = vec4(behind / behind_weight, 1.0);
    float cover = taps > 0 ? clamp(1.4 * before_weight / float(taps), 0.0, 1.0) : 0.0;
    near_light = vec4(before_weight > 0.0 ? before / before_weight : here.rgb, cover);
}
