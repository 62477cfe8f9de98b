// What a pixel shows, before any light: filled by one pattern (see patterns/).
in vec3 local;
in vec3 local_normal;
in vec3 unit;
in vec3 world_normal;
in float view_depth;
#if defined(BUMPY) || defined(SHEER)
in vec3 world;
#endif
flat in vec4 color_roughness;
flat in vec4 color2_metallic;
flat in vec4 emission_scale_opacity_id;
flat in vec4 half_size_seed;
flat in float refraction;
#ifdef SHEER
out vec4 color;
#else
layout(location = 0) out vec4 out_albedo;     // square root of albedo, roughness
layout(location = 1) out vec4 out_normal;     // world normal; w: emission, or -1 for metal
layout(location = 2) out float out_depth;     // m along the view axis
layout(location = 3) out uint out_id;
#endif
#ifdef PASSES
layout(location = 4) out vec4 out_exact_normal;
#endif
#ifdef ANCHORED
out vec4 out_anchor;                          // where on its part, m; w: its face (1 to 3), seed
#endif
uniform sampler2D picture_map;

struct Look {
    vec3 color;
    float roughness;
    float emission;
    float height;      // m above the surface, tilts the normal
};
struct Place {
    vec3 p;            // object space, m
    vec3 n;            // object space normal
    vec3 box;          // -1 to 1 in the part's box
    vec3 half_size;    // m
    vec2 uv;           // m along the face
    float grain;       // m that one pixel covers
    vec3 color, color2;
    float scale;       // m, size of the pattern's cell
    float seed;        // 0 to 1 per object
};
// 1 where a detail of that size (m) is larger than the pixels, 0 where it would shimmer.
float seen(float size, Place at) { return 1.0 - smoothstep(0.35, 0.9, at.grain / size); }
// How much of the pixel's width lies in a stripe of `share` centred on whole numbers of x.
float stripe(float x, float share, float pixel) {
    float width = max(pixel, 1e-4);
    float low = x - 0.5 * width + 0.5 * share, high = low + width;
    float covered = (floor(high) * share + min(fract(high), share)) - (floor(low) * share + min(fract(low), share));
    return clamp(covered / width, 0.0, 1.0);
}
#include pattern
#ifdef CLAY
#include clay
#endif

void main() {
    float facing = gl_FrontFacing ? 1.0 : -1.0;
    vec3 n = normalize(local_normal);
    vec3 world_n = normalize(world_normal) * facing;
    vec3 axis = abs(n);
    vec2 uv = axis.y > max(axis.x, axis.z) ? local.xz : (axis.x > axis.z ? local.zy : local.xy);
    vec3 dx = dFdx(local), dy = dFdy(local);
    Place at = Place(local, n, unit, half_size_seed.xyz, uv, sqrt(max(dot(dx, dx), dot(dy, dy))),
                     color_roughness.rgb, color2_metallic.rgb, emission_scale_opacity_id.y, half_size_seed.w);
    Look look = Look(at.color, color_roughness.w, emission_scale_opacity_id.x, 0.0);
    pattern(look, at);
#ifdef CLAY
    look.height = 0.5 * look.height + pressed(at);
    look.roughness = max(look.roughness, 0.55);
#endif
#ifdef SNOWY
    // Snow lies on what faces up; small things (hands, balls) keep little of it.
    float drift = value_noise(at.p.xz * 2.3) * 0.6 + value_noise(at.p.xz * 9.0 + 5.0) * 0.4;
    float largest = max(at.half_size.x, at.half_size.z);
    float lies = smoothstep(0.52, 0.78, world_n.y + 0.35 * (drift - 0.5)) * smoothstep(0.10, 0.9, largest);
    lies *= clamp(weather.y * 1.5, 0.0, 1.0) * (0.80 + 0.20 * drift) * (1.0 - clamp(look.emission, 0.0, 1.0));
    look.color = mix(look.color, vec3(0.78, 0.82, 0.88) * (0.90 + 0.16 * drift), lies);
    look.roughness = mix(look.roughness, 0.92, lies);
    look.height = mix(look.height, 0.03 * drift, lies);
#endif
#ifdef PASSES
    out_exact_normal = vec4(world_n, 1.0);
#endif
#ifdef ANCHORED
    float side = axis.y > max(axis.x, axis.z) ? 2.0 : (axis.x > axis.z ? 1.0 : 3.0);
    out_anchor = vec4(local, side + 0.999 * half_size_seed.w);
#endif
#ifdef BUMPY
    // Tilts the normal by the height's slope on the picture.
    vec3 wx = dFdx(world), wy = dFdy(world);
    vec3 r1 = cross(wy, world_n), r2 = cross(world_n, wx);
    float area = dot(wx, r1);
    vec3 slope = (dFdx(look.height) * r1 + dFdy(look.height) * r2) * sign(area) / max(abs(area), 1e-12);
    slope *= min(1.0, 0.8 / max(length(slope), 1e-5));
    world_n = normalize(world_n - slope);
#endif
#ifdef SHEER
    vec3 to_eye = normalize(eye.xyz - world);
    if (dot(world_n, to_eye) < 0.0) world_n = normalize(world_n - 1.02 * dot(world_n, to_eye) * to_eye);
    Skin s = Skin(clamp(look.color, 0.0, 1.0), clamp(look.roughness, 0.045, 1.0), 0.0, world_n, to_eye, 1.0);
    vec3 light = sheer_light(s, world, view_depth, look.emission, emission_scale_opacity_id.z, refraction);
    color = vec4(min(through_air(light, world, to_eye), 60.0), 1.0);
#else
    out_albedo = vec4(sqrt(clamp(look.color, 0.0, 1.0)), look.roughness);
    out_normal = vec4(world_n, color2_metallic.w > 0.5 ? -1.0 : max(look.emission, 0.0));
    out_depth = view_depth;
    out_id = uint(emission_scale_opacity_id.w + 0.5);
#endif
}
